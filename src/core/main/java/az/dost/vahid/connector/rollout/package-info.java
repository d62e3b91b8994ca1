/** How far a connector is used: the words of {@code rollout.yaml}, and its reader. */
package az.dost.vahid.connector.rollout;
