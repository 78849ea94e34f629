import { createIPX, createIPXNodeServer, ipxFSStorage } from "ipx";
import { listen } from "./listen.ts";

const ipx = createIPX({ storage: ipxFSStorage({ dir: process.argv[2] ?? "" }) });

listen(createIPXNodeServer(ipx));
