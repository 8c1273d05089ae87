// Serves the demo on a free port (or on PORT) with a made-up server inside the page: npm run demo
import { serveDemo } from './bundle.mjs';

const { url } = await serveDemo(Number(process.env.PORT ?? 0));
console.log(`The board with made-up data: ${url}/index.html`);
