/** Says that harm may come to somebody from being known to talk with us. */
export function RiskMark() {
  return <span className="tag late">At risk</span>;
}
