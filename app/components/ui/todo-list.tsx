import type { ReactNode } from 'react';
import type { Reading } from './format.ts';
import { Lateness } from './tag.tsx';

export interface Todo {
  key: string;
  title: string;
  /** Level or state, right after the title. */
  marks?: ReactNode;
  href: string;
  dueOn: string | null;
  sub?: ReactNode;
  /** Where the round button posts to; left out for those the reader may not complete. */
  completeAction?: string;
  /** The page to come back to after completing: a path of ours. */
  back?: string;
  done?: boolean;
}

/** Things to do: a round button that completes, the words, how late. Works by plain post. */
export function TodoList({ todos, reading }: { todos: readonly Todo[]; reading: Reading }) {
  return (
    <ul className="todo">
      {todos.map((todo) => (
        <li key={todo.key} id={`todo-${todo.key}`}>
          {todo.completeAction ? (
            <form method="post" action={todo.completeAction}>
              {todo.back ? <input type="hidden" name="back" value={todo.back} /> : null}
              <button className="tick" aria-label={`Complete: ${todo.title}`} />
            </form>
          ) : (
            <span />
          )}
          <div>
            <a href={todo.href} className={todo.done ? 'done' : undefined}>
              {todo.title}
            </a>
            {todo.marks ? <> {todo.marks}</> : null}
            {todo.sub ? <span className="sub">{todo.sub}</span> : null}
          </div>
          {todo.dueOn ? <Lateness dueOn={todo.dueOn} reading={reading} /> : null}
        </li>
      ))}
    </ul>
  );
}
