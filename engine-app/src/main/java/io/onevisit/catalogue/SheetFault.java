package io.onevisit.catalogue;

/**
 * What is wrong in a file somebody brought, by the place where they find it.
 *
 * @param sheet name of the sheet, empty for JSON
 * @param row its row as the program shows it, counted from 1; for JSON the position of the item
 * @param column heading of the column, empty where the whole row is meant
 */
record SheetFault(String sheet, int row, String column, String sentence) {}
