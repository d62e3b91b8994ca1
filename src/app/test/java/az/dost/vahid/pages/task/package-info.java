/** What people come to the pages for: their tasks as data, and a hand that does them in a browser. */
package az.dost.vahid.pages.task;
