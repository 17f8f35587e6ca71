export const Button = () => <button type="button">x</button>
