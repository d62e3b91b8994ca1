/**
 * How far a connector is used at the moment: for all lookups, for a share of them, in the shadow, slowly, or not at
 * all.
 */
package az.dost.vahid.sources.rollout;
