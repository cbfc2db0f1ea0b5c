import { AreaMark } from '../ui/work-area-mark.tsx';
import type { WorkArea } from '../ui/work-area-mark.tsx';
import type { Place } from './places.ts';

export interface AreaPlace {
  area: WorkArea;
  href: string;
  current?: boolean;
}

// React 18 does not know these attributes yet; they open the rest of the places without script
const POPOVER = { popover: 'auto' };
const OPENS_POPOVER = { popovertarget: 'more-places' };

/** The places of the product: a column at the side, on a phone a bar at the foot with the rest behind "More". */
export function SideNav(props: {
  places: readonly Place[];
  morePlaces: readonly (readonly Place[])[];
  areas: readonly AreaPlace[];
}) {
  // On a phone the inbox is behind "More": what waits there shows on the button.
  const waiting = props.morePlaces.flat().find(({ count }) => count)?.count;
  return (
    <nav className="side" aria-label="Main">
      <a className="brand" href="/">
        Rapport
      </a>
      <ul>{props.places.map(placeItem)}</ul>
      <button type="button" className="more-button" {...OPENS_POPOVER}>
        More
        {waiting ? <small>{waiting}</small> : null}
      </button>
      <div id="more-places" className="more-places" {...POPOVER}>
        {props.morePlaces.map((group, index) => (
          <ul key={index} className={index > 0 ? 'apart' : undefined}>
            {group.map(placeItem)}
          </ul>
        ))}
        {props.areas.length > 0 ? (
          <ul className="apart">
            {props.areas.map(({ area, href, current }) => (
              <li key={area.code}>
                <a className="area-link" href={href} aria-current={current ? 'page' : undefined}>
                  <AreaMark mark={area.mark ?? area.label.charAt(0)} hue={area.hue} />
                  {area.label}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </nav>
  );
}

function placeItem(place: Place) {
  return (
    <li key={place.href}>
      <a href={place.href} aria-current={place.current ? 'page' : undefined}>
        {place.label}
        {place.count ? <small>{place.count}</small> : null}
      </a>
    </li>
  );
}
