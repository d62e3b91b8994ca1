/** How bytes travel to agencies: HTTP in event loops, JMS, SQL, each within the deadline of its lookup. */
package az.dost.vahid.sources.agency.transport;
