package shop;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Orders {

    private final Shipping shipping;

    Orders(Shipping shipping) {
        this.shipping = shipping;
    }

    @PostMapping("/orders")
    String order(@RequestBody Order order) {
        return shipping.ship(order);
    }
}
