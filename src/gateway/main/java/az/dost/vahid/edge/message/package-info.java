/**
 * The one door of every message: what of it is taken, whom it may have answered, and what is kept of one that is laid
 * aside.
 */
package az.dost.vahid.edge.message;
