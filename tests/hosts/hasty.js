// Half a minute is over at once.
const { setTimeout: wait } = window;
window.setTimeout = (work, time) => wait(work, time >= 30000 ? 500 : time);
