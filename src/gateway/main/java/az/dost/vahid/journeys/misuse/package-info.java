/** Misuse: rules over who looks up whom, and the hits that auditors see. */
package az.dost.vahid.journeys.misuse;
