// What a reader would see; these functions run inside the page.

/** A page that is wider than its window. */
export function scrolling() {
  const width = document.documentElement.scrollWidth;
  return width > innerWidth ? [`the page is ${width} px wide and scrolls sideways`] : [];
}

/** Hosts of the plan that the topology does not show at this width. */
export function missing(hosts) {
  const seen = [...document.querySelectorAll('#topology [data-host]')]
    .filter(host => host.checkVisibility())
    .map(host => host.dataset.host);
  return hosts.filter(host => !seen.includes(host)).map(host => `${host} is not in the topology`);
}

/** Text that is smaller than nine pixels, that leaves the box of its host, or that covers other text. */
export function crowded() {
  const texts = [...document.querySelectorAll('#topology svg text')]
    .filter(text => text.checkVisibility())
    .map(text => ({ text, words: text.textContent, place: text.getBoundingClientRect() }));
  const size = text => parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a;
  // The box of a line has air above and below its letters.
  const touch = (one, other) => one.left < other.right && other.left < one.right
    && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
  const faults = [];
  for (const [index, { text, words, place }] of texts.entries()) {
    const box = text.closest('.host')?.querySelector('.host-box').getBoundingClientRect();
    if (size(text) < 9) {
      faults.push(`the text ${words} is ${size(text).toFixed(1)} px high`);
    }

    if (box && (place.left < box.left || place.right > box.right || place.bottom > box.bottom)) {
      faults.push(`the text ${words} leaves its box`);
    }

    faults.push(...texts.slice(index + 1).filter(other => touch(place, other.place))
      .map(other => `the texts ${words} and ${other.words} cover each other`));
  }

  return faults;
}
