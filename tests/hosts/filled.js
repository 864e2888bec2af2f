// A page that knows something about its visitor already.
const frame = document.querySelector('#by-message iframe');
frame.huiqi({ answers: { staff: 60, registered_city: true, no_such_question: 1 }, referenceDate: '2020-07-15' });
frame.huiqi({ answers: { lease_months: 12 }, mode: 'contrast' });
