import pg from "pg";
import { listen } from "./listen.ts";

const [url, id] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const statement = { name: "one", text: "SELECT * FROM files WHERE id = $1" };

listen((_request, response) => {
  pool
    .query({ ...statement, values: [id] })
    .then(({ rows }) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify(rows[0], (_name, value) => (typeof value === "bigint" ? Number(value) : value)),
      );
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
});
