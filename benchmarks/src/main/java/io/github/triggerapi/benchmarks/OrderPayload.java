package io.github.triggerapi.benchmarks;

import java.util.List;

/** The payload of the tasks. */
record OrderPayload(String number, String customer, boolean express, List<Item> items) {

    static final OrderPayload SAMPLE = new OrderPayload(
            "order-4711",
            "Grace Hopper",
            true,
            List.of(
                    new Item("product_4629101", "Nanosecond, copper wire, 30 cm", 12, 1.25),
                    new Item("product_4629102", "Compiler, used", 1, 1952.5),
                    new Item("product_4629103", "Moth", 1, 0.75)));

    record Item(String product, String title, int count, double price) {}
}
