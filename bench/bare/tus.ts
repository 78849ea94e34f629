import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { listen } from "./listen.ts";

const tus = new Server({
  path: "/api/tus",
  relativeLocation: true,
  datastore: new FileStore({ directory: process.argv[2] ?? "" }),
});

listen((request, response) => {
  void tus.handle(request, response);
});
