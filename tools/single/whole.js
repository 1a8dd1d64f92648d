// Before all that is long: a copy that was cut off has no beginning of the app, which is what ends it. Heard by the
// script in the page that says why nothing comes.
addEventListener('load', function () {
  if (!window.whole) dispatchEvent(new Event('error'));
});
