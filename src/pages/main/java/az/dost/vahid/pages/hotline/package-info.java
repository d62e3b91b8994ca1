/**
 * The hot-line 142: what anybody may be told of services, whether a caller who was checked needs papers, and whom to
 * call back. No fact of anybody.
 */
package az.dost.vahid.pages.hotline;
