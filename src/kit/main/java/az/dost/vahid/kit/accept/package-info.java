/** Expected facts of samples as a mapping gives them, written for a person to review. */
package az.dost.vahid.kit.accept;
