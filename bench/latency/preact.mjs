// The lightest form that asks the widget's questions: three a page, answers kept, nothing computed.
import { Fragment, h, render } from 'preact';
import { useState } from 'preact/hooks';
import questions from 'questions';

const PER_PAGE = 3;

const options = ({ type, values, members }) =>
  type === 'yes_no' ? [{ id: 'yes', label: '是' }, { id: 'no', label: '否' }] : values ?? members ?? [];

function Options({ question, answer, tell }) {
  const several = question.type === 'set';
  const chosen = several ? answer ?? [] : [answer];
  const choose = (id) => tell(several ? (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]) : id);
  return options(question).map(({ id, label }) => h('label', { key: id },
    h('input', { type: several ? 'checkbox' : 'radio', name: question.id, value: id, checked: chosen.includes(id), onChange: () => choose(id) }),
    h('span', null, label)));
}

const Field = ({ question, answer, tell }) => h('label', null, question.text, h('small', null, question.help),
  h('input', { inputMode: 'decimal', value: answer ?? '', onInput: (event) => tell(event.target.value) }));

function Question({ question, answer, tell }) {
  if (question.type === 'number') return h('div', { 'data-question': question.id }, h(Field, { question, answer, tell }));
  const fields = question.fields?.map((field) => h(Field, {
    key: field.id, question: field, answer: answer?.[field.id], tell: (text) => tell({ ...answer, [field.id]: text }),
  }));
  return h('fieldset', { 'data-question': question.id }, h('legend', null, question.text), h('small', null, question.help),
    fields ?? h(Options, { question, answer, tell }));
}

function Form() {
  const [answers, setAnswers] = useState({});
  const [page, setPage] = useState(0);
  const shown = questions.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  return h(Fragment, null,
    h('p', { role: 'status' }, `已答 ${Object.keys(answers).length} 题，共 ${questions.length} 题`),
    shown.map((question) => h(Question, {
      key: question.id, question, answer: answers[question.id], tell: (answer) => setAnswers({ ...answers, [question.id]: answer }),
    })),
    h('button', { 'data-next': true, onClick: () => setPage(page + 1) }, '下一步'));
}

render(h(Form), document.getElementById('root'));
