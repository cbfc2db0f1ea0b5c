import { CALENDAR_NOUNS } from '#app/domain/calendar/entry.ts';
import { Kbd } from '../kbd.tsx';
import { KindMark } from '../kind-mark.tsx';
import { LevelMark } from '../level-mark.tsx';
import { PersonChip } from '../person-chip.tsx';
import { SourceNote } from '../source-note.tsx';
import { ProgressBar, Spinner } from '../spinner.tsx';
import { Lateness, Tag } from '../tag.tsx';
import { WorkAreaLink, WorkAreaMarks } from '../work-area-mark.tsx';
import { AREAS, READING, Sample } from './sample.tsx';

export function SampleMarks() {
  return (
    <>
      <Sample name="work-area-mark">
        <p className="inline">
          <WorkAreaMarks areas={AREAS} />
          {AREAS.map((area) => (
            <WorkAreaLink key={area.code} area={area} href="#work-area-mark" />
          ))}
        </p>
      </Sample>
      <Sample name="level-mark">
        <p className="inline">
          <LevelMark level="internal" always />
          <LevelMark level="confidential" />
          <LevelMark level="restricted" />
          <LevelMark level="sealed" />
        </p>
      </Sample>
      <Sample name="kind-mark">
        <p className="inline">
          {CALENDAR_NOUNS.map((noun) => (
            <span key={noun}>
              <KindMark noun={noun} />
              {noun.replace('_', '-')}
            </span>
          ))}
        </p>
      </Sample>
      <Sample name="tag">
        <p className="inline">
          <Tag>given</Tag>
          <Tag tone="good">adopted</Tag>
          <Tag tone="soon">undecided</Tag>
          <Tag tone="late">rejected</Tag>
          <Tag tone="accent">planned</Tag>
        </p>
        <p className="inline">
          {[
            '2026-11-15',
            '2026-11-23',
            '2026-11-24',
            '2026-11-25',
            '2026-11-27',
            '2026-12-09',
            '2027-01-15',
          ].map((on) => (
            <Lateness key={on} dueOn={on} reading={READING} />
          ))}
        </p>
      </Sample>
      <Sample name="source-note">
        <div>
          <SourceNote
            source="UN Treaty Collection"
            asOf="2026-02-03"
            href="https://treaties.un.org/"
            reading={READING}
          />
          <SourceNote source="National gazette" asOf="2009" reading={READING} />
          <SourceNote source="Letter of the ministry" asOf={null} reading={READING} />
        </div>
      </Sample>
      <Sample name="person-chip">
        <div className="chips">
          <PersonChip
            name="Afi Mensah"
            detail="Director of legislation, Ministry of Justice"
            href="#person-chip"
          />
          <PersonChip name="Esso Tossou" detail="New person · check the name" fresh />
          <PersonChip name="12 police trainers" detail="5 women, National Police School" />
        </div>
      </Sample>
      <Sample name="kbd">
        <p>
          Press <Kbd>n</Kbd> to log an interaction, <Kbd>Ctrl ↵</Kbd> to save.
        </p>
      </Sample>
      <Sample name="spinner">
        <Spinner label="Searching…" />
        <ProgressBar label="Rows imported" value={31} most={120} />
      </Sample>
    </>
  );
}
