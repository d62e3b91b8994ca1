/**
 * What people say of how they were served, by the code of a slip: nobody logs in for it, and nothing tells whose slip
 * it was.
 */
package az.dost.vahid.journeys.rating;
