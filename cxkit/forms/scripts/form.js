/**
 * The exercise widget in anywidget's shape. The model may come before its kernel: what is sent
 * waits there. Connection changes arrive as `cx:connection` events on the document, and as `cx:goto` the
 * wish to write in a field.
 */
import './components.js';
import { Exercise } from './exercise.js';
import { wearStyles } from './styles.js';

/** @param {{model: any, el: HTMLElement}} view @returns {() => void} */
function render({ model, el }) {
  wearStyles();
  return model.get('state')?.view === 'desk' ? renderDesk({ model, el }) : renderExercise({ model, el });
}

/** The desk's script comes only where there is a desk. */
function renderDesk(view) {
  let gone = false;
  let stop = () => {};
  import('./desk/desk.js').then(({ showDesk }) => {
    if (!gone) stop = showDesk(view);
  });
  return () => {
    gone = true;
    stop();
  };
}

function renderExercise({ model, el }) {
  const exercise = new Exercise(model.get('state'), (message) => model.send(message));
  el.append(exercise.element);
  const receive = (message) => exercise.receive(message);
  const renew = () => exercise.renew(model.get('state'));
  const connect = (event) => exercise.connect(event.detail?.state ?? 'online');
  const goTo = ({ detail }) => detail.exercise === model.get('state').exercise && exercise.goTo(detail.where);
  const leave = () => document.visibilityState === 'hidden' && exercise.saver.flush();
  const listeners = [
    [document, 'cx:connection', connect],
    [document, 'cx:goto', goTo],
    [document, 'visibilitychange', leave],
    [window, 'pagehide', () => exercise.saver.flush()],
  ];
  model.on('msg:custom', receive);
  model.on('change:state', renew);
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  return () => {
    model.off('msg:custom', receive);
    model.off('change:state', renew);
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
    exercise.stop();
  };
}

export default { render };
