package io.onevisit.catalogue;

/** How a material may be spared (免交方式), the most lenient first. */
public enum Exemption {
    /** The department verifies its own data: nobody is asked for it. */
    DATA,
    /** A license in the repository stands for it. */
    LICENSE,
    /** It has to be handed in, whatever licenses the person has. */
    NONE;

    /** What a decision's cell says; a table without the column, or an empty cell, leaves it to licenses. */
    public static Exemption of(Object cell) {
        return cell == null || cell.toString().isBlank() ? LICENSE : valueOf(cell.toString());
    }

    /** What holds where two items need the same material. */
    public Exemption stricter(Exemption other) {
        return compareTo(other) < 0 ? other : this;
    }
}
