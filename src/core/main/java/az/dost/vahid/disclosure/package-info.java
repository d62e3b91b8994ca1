/**
 * Which counts of a table must be hidden so that nobody can compute a small one. It is pure: it knows numbers and sums,
 * and neither reports nor the database (decision 174). Nothing here is null; everything is safe for several threads.
 *
 * <p>How it is used: {@link az.dost.vahid.disclosure.Suppression} gets the cells of what is to be published <b>together
 * with all cells published earlier that a sum ties to them</b>, with what was done with those
 * ({@link az.dost.vahid.disclosure.CellStanding}). {@link az.dost.vahid.disclosure.CountCell#after} gives a cell's
 * standing in a new version. {@link az.dost.vahid.disclosure.OpenFigure} rounds what is shown for the open data.
 */
package az.dost.vahid.disclosure;
