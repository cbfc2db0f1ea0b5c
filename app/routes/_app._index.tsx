export default function Desk() {
  return <h1>My desk</h1>;
}
