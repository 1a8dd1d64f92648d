// Says why nothing comes: to a browser that cannot run the app, and when something of it did not arrive. In the
// page itself, and in words that the oldest browsers read, which is why the build does not leave it to Trunk.
(function () {
  function stop(why) {
    var frame = document.getElementById('loading');
    if (!frame) return;
    frame.className = 'stopped';
    frame.firstChild.innerText = why;
  }

  function failed() {
    stop('Chưa mở được ứng dụng. Hãy kiểm tra mạng rồi tải lại trang; nếu vẫn vậy, hãy dùng trình duyệt mới hơn.');
  }

  // A program with a function of which one parameter is of the page: the newest thing that the app needs.
  var NEWEST = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];
  try {
    if (WebAssembly.validate(new Uint8Array(NEWEST))) {
      addEventListener('error', failed, true);
      addEventListener('unhandledrejection', failed);
      return;
    }
  } catch (none) {
    // There is none.
  }
  stop('Trình duyệt này quá cũ, không chạy được ứng dụng. Hãy mở bằng Chrome, Edge, Cốc Cốc hoặc Firefox bản mới nhất mà máy cài được.');
})();
