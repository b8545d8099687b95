/** How many users are called about at the same time, unless told otherwise. */
const usual = 4;

/** Does something with each of a list, a few at once, and answers in the list's order. */
export const atOnce = async <Item, Done>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Done>,
  limit: number = usual,
): Promise<Done[]> => {
  if (!(limit >= 1)) throw new TypeError('atOnce must be a number from 1.');
  const done: Done[] = [];
  const left = items.entries();
  const takeTurns = async (): Promise<void> => {
    for (const [index, item] of left) done[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeTurns));
  return done;
};
