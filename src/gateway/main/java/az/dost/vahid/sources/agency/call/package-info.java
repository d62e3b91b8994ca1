/** One call of one agency: admitted, made, proven, read; whatever happens becomes one row, never an exception. */
package az.dost.vahid.sources.agency.call;
