package io.onevisit.catalogue;

/**
 * A procedure outside the time limit that an item may need (特别程序).
 *
 * @param kind {@code 1} extension of the limit, {@code 2} any other (GB/T 39046 table A.7)
 * @param days the most days it may take, {@code null} where the item does not say
 * @param unit working or calendar days
 * @param basis its basis in law, empty where the item does not say
 */
public record SpecialProcedure(String name, String kind, Integer days, LimitUnit unit, String basis) {}
