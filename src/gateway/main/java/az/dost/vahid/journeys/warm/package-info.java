/**
 * Lookups of its own, which a gateway makes before it says that it is ready: of samples, asking nobody and keeping
 * nothing.
 */
package az.dost.vahid.journeys.warm;
