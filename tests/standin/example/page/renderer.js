const { example } = window;
const output = document.querySelector('output');

document.querySelector('button').addEventListener('click', () => void echo());
async function echo() {
  output.textContent = await example.echo(document.querySelector('input').value);
}

example.onSecond((argument) => {
  output.textContent = argument;
});
document.documentElement.dataset.ready = 'yes';
