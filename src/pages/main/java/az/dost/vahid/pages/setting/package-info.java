/** What an operator sets about the pages. */
package az.dost.vahid.pages.setting;
