import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const bannedWords = ['Service', 'Manager', 'Helper', 'Utils', 'Util', 'Misc', 'Common'];

export default tseslint.config(
  { ignores: ['build/', 'var/', 'node_modules/', '.cache/', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': [
        'error',
        // names that say nothing about what a thing is for
        ...bannedWords.map((word) => ({
          selector: `:matches(FunctionDeclaration, ClassDeclaration, TSInterfaceDeclaration)[id.name=/${word}$/]`,
          message: `"${word}" says nothing about what it does: name it after that.`,
        })),
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'The content security policy forbids style attributes: use a class.',
        },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text reaches the page as text; only the Markdown component may write HTML, and says why.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '*.js', 'scripts/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
