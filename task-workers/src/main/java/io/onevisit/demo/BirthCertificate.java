package io.onevisit.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a medical birth certificate says; the people are made up. */
public record BirthCertificate(
        String certificateNo,
        String childName,
        String childSex,
        LocalDateTime bornAt,
        Parent mother,
        Parent father,
        String issuer,
        LocalDate issueDate) {

    public record Parent(String name, String idNo, String ethnicity, String address) {
        int ageOn(LocalDate day) {
            var born = LocalDate.of(
                    Integer.parseInt(idNo.substring(6, 10)),
                    Integer.parseInt(idNo.substring(10, 12)),
                    Integer.parseInt(idNo.substring(12, 14)));
            return (int) ChronoUnit.YEARS.between(born, day);
        }
    }

    private static final List<String> GIVEN =
            List.of("子涵", "梓晨", "思远", "雨桐", "一诺", "沐阳", "安然", "书瑶", "明轩", "可欣", "嘉禾", "若溪");

    /** A child born in the last month, with a name and a certificate number of its own. */
    public static BirthCertificate random(RandomGenerator chance, LocalDate today, Parent mother, Parent father) {
        var day = today.minusDays(chance.nextInt(3, 28));
        return new BirthCertificate(
                "S%09d".formatted(chance.nextInt(100_000_000, 1_000_000_000)),
                father.name().substring(0, 1) + GIVEN.get(chance.nextInt(GIVEN.size())),
                chance.nextBoolean() ? "男" : "女",
                day.atTime(chance.nextInt(24), chance.nextInt(60)),
                mother,
                father,
                "长沙市示例妇幼保健院",
                day.plusDays(2));
    }

    /** The same certificate with a mother's number whose check digit is valid but which is somebody else's. */
    public BirthCertificate withAnotherMothersNumber() {
        var sequence = (Integer.parseInt(mother.idNo().substring(14, 17)) + 20) % 1000;
        return withMothersNumber(IdNumber.complete(mother.idNo().substring(0, 14) + "%03d".formatted(sequence)));
    }

    public BirthCertificate withMothersNumber(String idNo) {
        return new BirthCertificate(
                certificateNo,
                childName,
                childSex,
                bornAt,
                new Parent(mother.name(), idNo, mother.ethnicity(), mother.address()),
                father,
                issuer,
                issueDate);
    }

    /** The same certificate with a mother's number whose check digit is wrong. */
    public BirthCertificate withWrongCheckDigit() {
        var number = mother.idNo();
        var wrong = number.endsWith("7") ? "3" : "7";
        return withMothersNumber(number.substring(0, 17) + wrong);
    }

    public BirthCertificate bornOn(LocalDate day) {
        return new BirthCertificate(
                certificateNo,
                childName,
                childSex,
                day.atTime(bornAt.toLocalTime()),
                mother,
                father,
                issuer,
                issueDate);
    }
}
