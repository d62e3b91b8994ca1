/**
 * Life events that nobody sends: answers of agencies are compared with the one before, and a change becomes an event.
 */
package az.dost.vahid.journeys.watch;
