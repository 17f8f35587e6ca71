export const app = async () => import('data:text/javascript,export default 1')
