/**
 * From event to offer: an event may bring a right about; the bus looks whether somebody has it, and tells the citizen
 * and whoever awards. It decides and pays nothing.
 */
package az.dost.vahid.offers;
