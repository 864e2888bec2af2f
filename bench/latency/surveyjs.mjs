// The same questions as a SurveyJS form: three a page, nothing computed.
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import questions from 'questions';

const PER_PAGE = 3;

const choices = (values) => values.map(({ id, label }) => ({ value: id, text: label }));

function element({ id, type, text, help, values, members, fields }) {
  const common = { name: id, title: text, description: help };
  switch (type) {
    case 'set': return { ...common, type: 'checkbox', choices: choices(members) };
    case 'choice': return { ...common, type: 'radiogroup', choices: choices(values) };
    case 'yes_no': return { ...common, type: 'radiogroup', choices: choices([{ id: 'yes', label: '是' }, { id: 'no', label: '否' }]) };
    case 'group': return { ...common, type: 'panel', elements: fields.map(element) };
    default: return { ...common, type: 'text', inputType: 'number' };
  }
}

const pages = [];
for (let at = 0; at < questions.length; at += PER_PAGE) pages.push({ elements: questions.slice(at, at + PER_PAGE).map(element) });
renderSurvey(new Model({ pages, showProgressBar: true, pageNextText: '下一步' }), document.getElementById('root'));
