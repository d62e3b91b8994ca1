/** The lookup: a request in, a plan, the agencies' answers, one signed and recorded dossier out. */
package az.dost.vahid.journeys.lookup;
