(function () {
  var form = document.getElementById("filter");
  var changes = document.querySelectorAll("[data-callers]");
  function fits(change) {
    var side = form.elements.side.value;
    var effect = form.elements.effect.value;
    var effects = side ? [change.dataset[side]] : [change.dataset.callers, change.dataset.implementers];
    var text = form.elements.text.value.trim().toLowerCase();
    return (effect ? effects.includes(effect) : true) ? change.textContent.toLowerCase().includes(text) : false;
  }
  function filter() {
    var shown = 0;
    changes.forEach(function (change) {
      change.hidden = !fits(change);
      shown += change.hidden ? 0 : 1;
    });
    document.querySelectorAll(".group").forEach(function (group) {
      group.hidden = !group.querySelector("li:not([hidden])");
    });
    if (changes.length > shown) {
      document.querySelectorAll("details").forEach(function (details) { details.open = true; });
    }
    form.elements.shown.value = shown + " of " + changes.length + " changes";
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = !(changes.length > 1);
  filter();
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (details) { details.open = true; });
  });
})();
