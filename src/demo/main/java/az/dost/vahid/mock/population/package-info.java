/**
 * The people of the demonstration, computed from their numbers: families, lives, and the personas that tests speak of.
 */
package az.dost.vahid.mock.population;
