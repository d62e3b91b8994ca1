/**
 * Whether a gateway lives, may be asked, and has what it needs outside: known at any moment, and told without waiting
 * for anybody.
 */
package az.dost.vahid.edge.life;
