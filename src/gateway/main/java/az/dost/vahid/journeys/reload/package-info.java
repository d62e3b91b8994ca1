/** Connectors taken into the running gateway when their folder changes and passes its check. */
package az.dost.vahid.journeys.reload;
