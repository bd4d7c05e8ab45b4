package shop;

import java.time.LocalDate;

/** An order, as JSON {@code {"order_id": "4711", "due": "2026-01-31"}}. */
public record Order(String orderId, LocalDate due) {}
