// Asks the status page at the address given for everything that the npm package statuspage.io can ask for.
import { Statuspage } from "statuspage.io";

const client = new Statuspage("ours");
client.setApiUrl(process.argv[2]);
// Its getAll and getActive of maintenance ask at the address of getUpcoming: a fault of the package.
const { incidents, scheduledMaintenances } = client.api;
const answers = {
  summary: await client.api.getSummary(),
  status: await client.api.getStatus(),
  components: await client.api.getComponents(),
  incidents: await incidents.getAll(),
  unresolved: await incidents.getUnresolved(),
  upcoming: await scheduledMaintenances.getUpcoming(),
};
console.log(JSON.stringify(answers));
